import { existsSync } from "node:fs";
import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import { type ApiServer, listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { testWithThese } from "./support/installed.ts";
import { bench } from "./support/phone-line.ts";

const at = bench();
const home = fileURLToPath(new URL("openapi-typescript", import.meta.url));
const packages = join(home, "node_modules");
const description = fileURLToPath(
	new URL("../../openapi.json", import.meta.url),
);

let server: ApiServer;
beforeAll(async () => {
	server = await listen({ host: "127.0.0.1", port: 0, clock: systemClock });
});
afterAll(() => server.close());

testWithThese(
	existsSync(join(packages, "openapi-typescript"))
		? []
		: ["openapi-typescript (npm ci --prefix test/clients/openapi-typescript)"],
	"a client whose types openapi-typescript makes of openapi.json compiles, and texts a panel",
	async () => {
		const { folder, programs } = at();
		await cp(join(home, "client.ts"), join(folder, "client.ts"));
		await cp(join(home, "package.json"), join(folder, "package.json"));
		await symlink(packages, join(folder, "node_modules"));
		const run = async (script: string, ...args: readonly string[]) => {
			const { stdout, stderr, code } = await programs.run("node", [
				script,
				...args,
			]);
			expect([script, code, code === 0 ? "" : `${stdout}${stderr}`]).toEqual([
				script,
				0,
				"",
			]);
			return stdout;
		};
		const bin = (path: string) => join(packages, path);
		await run(
			bin("openapi-typescript/bin/cli.js"),
			...[description, "-o", join(folder, "schema.d.ts")],
			"--default-non-nullable=false",
		);
		await run(
			bin("typescript/bin/tsc"),
			...["--strict", "--module", "nodenext", "--target", "es2022"],
			...["--lib", "es2022,dom,dom.iterable", "--skipLibCheck"],
			join(folder, "client.ts"),
		);
		const said = await run(join(folder, "client.js"), server.address);
		expect(JSON.parse(said)).toEqual({
			reply: "MODE:OK",
			held: true,
			now: "2026-01-01T00:00:30Z",
			code: "step/impossible",
		});
	},
);
