#!/bin/sh
# Runs once, when the database's volume is empty: two roles and the database. The passwords are those of the URLs
# that migrations and the server read from the same secrets.
set -eu

password_in() {
  url=$(cat "$1")
  rest=${url#*://*:}
  printf '%s' "${rest%%@*}"
}

psql --set=ON_ERROR_STOP=1 \
  --set=owner="$(password_in /run/secrets/database_owner_url)" \
  --set=app="$(password_in /run/secrets/database_app_url)" <<'SQL'
CREATE ROLE concordat_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE concordat_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE concordat OWNER concordat_owner;
REVOKE CONNECT ON DATABASE concordat FROM PUBLIC;
GRANT CONNECT ON DATABASE concordat TO concordat_app;
SQL
