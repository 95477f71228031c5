"""Every address of the site: each face brings its own."""

from allauth.account import views as account
from django.urls import include, path

# An office gives accounts out: of all that could be offered, people sign in, sign out and
# choose their password.
ACCOUNT = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
]

urlpatterns = [
    path("account/", include(ACCOUNT)),
    path("desk/", include("xieshang.desk.urls")),
    path("api/", include("xieshang.api.urls")),
    path("", include("xieshang.site.urls")),
    path("", include("xieshang.forum.urls")),
    path("", include("xieshang.portal.urls")),
]

handler400 = "xieshang.site.errors.bad_request"
handler403 = "xieshang.site.errors.permission_denied"
handler404 = "xieshang.site.errors.page_not_found"
handler500 = "xieshang.site.errors.server_error"
