import { spawnSync } from "node:child_process";
import { test } from "vitest";

/** A program that we did not write, and what to install to have it. */
export interface Client {
	readonly program: string;
	readonly package: string;
}

export const clients = {
	chromium: { program: "chromium", package: "chromium" },
	gammu: { program: "gammu", package: "gammu" },
	gammuSmsd: { program: "gammu-smsd", package: "gammu-smsd" },
	gnokii: { program: "gnokii", package: "gnokii-cli" },
	kannel: { program: "bearerbox", package: "kannel" },
	mosquitto: { program: "mosquitto", package: "mosquitto" },
	openssl: { program: "openssl", package: "openssl" },
	ofono: { program: "ofonod", package: "ofono" },
	dbus: { program: "dbus-daemon", package: "dbus-daemon" },
	dbusTools: { program: "dbus-monitor", package: "dbus-bin" },
	oathtool: { program: "oathtool", package: "oathtool" },
	promtool: { program: "promtool", package: "prometheus" },
	systemdNotify: { program: "systemd-notify", package: "systemd" },
	python: { program: "python3", package: "python3" },
	redis: { program: "redis-server", package: "redis-server" },
	smstools: { program: "smsd", package: "smstools" },
	socat: { program: "socat", package: "socat" },
	zbarimg: { program: "zbarimg", package: "zbar-tools" },
	xmllint: { program: "xmllint", package: "libxml2-utils" },
} satisfies Record<string, Client>;

/**
 * A test that needs programs. Without one of them it is skipped, and says
 * which; under CI it fails.
 */
export function testWith(
	needed: readonly Client[],
	name: string,
	run: () => Promise<void>,
): void {
	const missing = needed.filter(({ program }) => !isInstalled(program));
	const named = missing.map(
		(client) => `${client.program} (Debian package ${client.package})`,
	);
	testWithThese(named, name, run);
}

/** As {@link testWith}, with what was seen to be missing. */
export function testWithThese(
	missing: readonly string[],
	name: string,
	run: () => Promise<void>,
): void {
	if (missing.length === 0) {
		test(name, run);
		return;
	}
	const reason = `not installed: ${missing.join(", ")}`;
	if (process.env.CI)
		test(name, () => {
			throw new Error(reason);
		});
	else test.skip(`${name} [skipped: ${reason}]`);
}

function isInstalled(program: string): boolean {
	return spawnSync("sh", ["-c", 'command -v "$1"', "sh", program]).status === 0;
}
