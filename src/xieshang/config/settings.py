"""The one settings file. What an operator may change is declared in `environment.py`."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from . import environment as env
from .secret import secret_key

SOURCE = Path(__file__).resolve().parent.parent
FRONTEND = SOURCE.parent.parent / "frontend" / "dist"
SAMPLE_ARTICLE = SOURCE / "demo" / "roundup.txt"
DATA = env.data_folder()
ADDRESS = (env.ADDRESS.read() or f"http://127.0.0.1:{env.PORT.read()}").rstrip("/")

SECRET_KEY = secret_key(env.SECRET.read(), DATA)
DEBUG = env.DEBUG.read() == "1"
ALLOWED_HOSTS = [host for host in env.HOSTS.read().split(",") if host]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "xieshang.site",  # before allauth: it dresses the pages of signing in
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django_vite",
    "template_partials",
    "xieshang.audit",
    "xieshang.people",
    "xieshang.lifecycle",
    "xieshang.search",
    "xieshang.notices",
    "xieshang.evidence",
    "xieshang.activities",
    "xieshang.matters",
    "xieshang.meetings",
    "xieshang.brands",
    "xieshang.deliberation",
    "xieshang.projects",
    "xieshang.duty",
    "xieshang.venues",
    "xieshang.study",
    "xieshang.supervision",
    "xieshang.consultation",
    "xieshang.ledgers",
    "xieshang.figures",
    "xieshang.reports",
    "xieshang.portal",
    "xieshang.forum",
    "xieshang.desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "xieshang.site.manner.MannerMiddleware",
    "xieshang.site.addresses.AddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "xieshang.site.context.page",
            ]
        },
    }
]

FORM_RENDERER = "xieshang.site.forms.PageRenderer"

ROOT_URLCONF = "xieshang.config.urls"
WSGI_APPLICATION = "xieshang.config.wsgi.application"

DATABASES = {"default": env.database(env.DATABASE.read(), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["xieshang.people.backend.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "xieshang.people.accounts.OfficeAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key,30/15m/ip"}
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [FRONTEND] if FRONTEND.exists() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
DJANGO_VITE = {"default": {"dev_mode": False, "manifest_path": FRONTEND / "manifest.json"}}

MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": MEMORY},  # counts failed sign-ins: nothing may push these out
    "tries": {"BACKEND": MEMORY, "LOCATION": "tries", "OPTIONS": {"MAX_ENTRIES": 20_000}},
    "pages": {"BACKEND": MEMORY, "LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 500}},
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MAIL = env.MAIL.read()
BOTS = [bot for bot in env.BOTS.read().split(",") if bot]
NOTICES_URL = "/desk/notices/"

FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.HTTPS.read() == "1"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "xieshang.site.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

FOOTER = tuple(
    (label, value)
    for label, value in (
        (_("Sponsor"), env.SPONSOR.read()),
        (_("Contractor"), env.CONTRACTOR.read()),
        (_("Contact"), env.CONTACT.read()),
        (_("ICP filing"), env.ICP.read()),
        (_("Public security filing"), env.POLICE.read()),
        (_("Government site code"), env.SITE_CODE.read()),
    )
    if value
)
BODY = env.BODY.read()
