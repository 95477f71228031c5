"""Every address of the site: each face brings its own."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("", include("xieshang.site.urls")),
]

handler400 = "xieshang.site.errors.bad_request"
handler403 = "xieshang.site.errors.permission_denied"
handler404 = "xieshang.site.errors.page_not_found"
handler500 = "xieshang.site.errors.server_error"
