#!/bin/sh
# Starts the panel with the options that Home Assistant keeps in /data/options.json.
# The SIM's PIN and the broker's password go through the environment: others see a
# command line.
set -eu

option() {
	node -p 'JSON.parse(require("node:fs").readFileSync("/data/options.json", "utf8"))[process.argv[1]] ?? ""' "$1"
}

ALARMPANEL_MODEM=$(option modem)
ALARMPANEL_PIN=$(option pin)
ALARMPANEL_MQTT=$(option mqtt)
ALARMPANEL_MQTT_USER=$(option mqtt_user)
ALARMPANEL_MQTT_PASSWORD=$(option mqtt_password)
number=$(option number)
export ALARMPANEL_MODEM ALARMPANEL_PIN ALARMPANEL_MQTT ALARMPANEL_MQTT_USER ALARMPANEL_MQTT_PASSWORD
chown -R alarm:alarm /data

as_alarm() {
	setpriv --reuid=alarm --regid=alarm --init-groups --no-new-privs "$@"
}

[ -e "$ALARMPANEL_CONFIG" ] || as_alarm alarmpanel config init
exec setpriv --reuid=alarm --regid=alarm --init-groups --no-new-privs \
	alarmpanel serve --number "$number" --http 127.0.0.1:8086
