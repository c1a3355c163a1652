import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const BASE = "docker.io/library/node:20-bookworm-slim";

/** What can build here, with the image that is built upon; null where nothing can. */
function builder(): string | null {
	const can = (program: string) =>
		spawnSync(program, ["pull", "--quiet", BASE], { timeout: 60_000 })
			.status === 0;
	return ["podman", "buildah"].find(can) ?? null;
}

const found = builder();

// A machine without podman, or without a registry, fails nothing: the lines are
// checked by test/package/container.test.ts.
test.skipIf(found === null)(
	"the container builds, has no root and makes a panel's file",
	async () => {
		const program = found ?? "";
		const built = spawnSync(
			program,
			["build", "--tag", "alarmpanel-test", "."],
			{ encoding: "utf8", timeout: 900_000 },
		);
		expect([built.status, built.stderr]).toEqual([0, built.stderr]);
		if (program !== "podman") return;
		const ran = (...args: readonly string[]) =>
			spawnSync("podman", ["run", "--rm", "alarmpanel-test", ...args], {
				encoding: "utf8",
			});
		expect(ran("config", "init").stderr).toContain(
			"wrote /data/panel-config.json",
		);
		expect(ran("doctor", "--json").stdout).toContain('"file/there"');
	},
);
