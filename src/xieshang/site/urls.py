from django.urls import path

from . import views

app_name = "site"
urlpatterns = [path("manner/", views.manner, name="manner")]
