import { spawn, spawnSync } from "node:child_process";
import {
	accessSync,
	chmodSync,
	constants,
	existsSync,
	mkdtempSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { variableNames } from "../../src/cli/line/environment.ts";
import { COMMAND, Shell } from "../support/command-line.ts";
import {
	copies,
	execForm,
	type Stage,
	said,
	stagesOf,
} from "../support/container-file.ts";

/*
 * Every line of the container's file and of the add-on that can be checked without
 * podman: test/clients/container.test.ts builds them where there is one.
 */

const packageJson = JSON.parse(readFileSync("package.json", "utf8"));
const [building, image] = stagesOf("Containerfile") as [Stage, Stage];
const environment = Object.fromEntries(
	said(image, "ENV")
		.flatMap((rest) => rest.split(/\s+/))
		.map((pair) => pair.split("=")),
);

const started: (() => void)[] = [];
afterEach(() => {
	for (const stop of started.splice(0)) stop();
});

describe("the Containerfile", () => {
	test("has two stages on one image, whose Node the package takes", () => {
		expect(stagesOf("Containerfile").map(({ name }) => name)).toEqual([
			"build",
			"",
		]);
		expect(image.image).toBe(building.image);
		const major = /\/node:(\d+)-/.exec(image.image)?.[1];
		expect(packageJson.engines.node).toBe(`>=${major}.19`);
	});

	test("copies what is there, and leaves out what the build makes and whose panel runs in the clone", () => {
		const ignored = readFileSync(".containerignore", "utf8").trim().split("\n");
		expect(ignored).toEqual([
			".git",
			".play",
			".stryker-tmp",
			"*.tgz",
			"**/node_modules",
			"coverage",
			"dist",
			"house",
			"reports",
		]);
		const wanted = copies(building).flatMap(({ sources }) => sources);
		expect(wanted).toEqual([
			...["package.json", "package-lock.json", ".npmrc", "."],
		]);
		for (const path of wanted) {
			expect([path, existsSync(path)]).toEqual([path, true]);
			expect(ignored).not.toContain(path);
		}
		const tracked = spawnSync("git", ["ls-files", ...ignored], {
			encoding: "utf8",
		});
		expect(tracked.stdout).toBe("");
	});

	test("builds with scripts that the package has", () => {
		const run = said(building, "RUN").join("\n");
		for (const [, script = ""] of run.matchAll(/npm run ([\w:-]+)/g))
			expect(packageJson.scripts).toHaveProperty([script]);
		expect(run).toMatch(
			/npm ci [\s\S]*npm run build [\s\S]*npm prune --omit=dev/,
		);
	});

	test("takes from the first stage what is made there", () => {
		const [at] = said(building, "WORKDIR");
		expect(copies(image).map(({ from }) => from)).toEqual([
			...["build", "build", "build"],
		]);
		const taken = copies(image).flatMap(({ sources, to }) =>
			sources.map((source) => {
				const name = posix.relative(at ?? "", source);
				return [name, to.endsWith("/") ? `${to}${name}` : to];
			}),
		);
		expect(Object.fromEntries(taken)).toEqual({
			"package.json": "/opt/alarmpanel/package.json",
			dist: "/opt/alarmpanel/dist",
			node_modules: "/opt/alarmpanel/node_modules",
		});
	});

	test("has a command by the name that it starts, which may be run", () => {
		const [, target, name] =
			/ln -s (\S+) (\S+)/.exec(said(image, "RUN").join("\n")) ?? [];
		expect(target).toBe(`/opt/alarmpanel/${packageJson.bin.alarmpanel}`);
		expect(said(image, "ENTRYPOINT").map(execForm)).toEqual([
			[posix.basename(name ?? "")],
		]);
		expect(posix.dirname(name ?? "")).toBe("/usr/local/bin");
		expect(readFileSync(COMMAND, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
		accessSync(COMMAND, constants.X_OK);
	});

	test("runs as a user that it makes, who is not root, to the end", () => {
		const [user, ...more] = said(image, "USER");
		expect([user, more]).toEqual(["alarm", []]);
		const run = said(image, "RUN").join("\n");
		const [, options = ""] = /useradd (.*?) alarm\b/.exec(run) ?? [];
		expect(Number(/--uid (\d+)/.exec(options)?.[1])).toBeGreaterThan(999);
		const words = image.instructions.map(({ word }) => word);
		expect(words.indexOf("USER")).toBeGreaterThan(words.lastIndexOf("RUN"));
	});

	test("has one volume, its user's, and keeps everything in it", () => {
		const [volume, ...more] = said(image, "VOLUME");
		expect([volume, more]).toEqual(["/data", []]);
		expect(said(image, "WORKDIR")).toEqual([volume]);
		const run = said(image, "RUN").join("\n");
		expect(run).toContain(`--home-dir ${volume} alarm`);
		expect(run).toContain(`install -d -m 700 -o alarm -g alarm ${volume}`);
		expect(environment).toEqual({
			NODE_ENV: "production",
			ALARMPANEL_CONFIG: `${volume}/panel-config.json`,
			XDG_STATE_HOME: volume,
		});
		expect(variableNames).toContain("ALARMPANEL_CONFIG");
	});

	test("starts a panel that its health check finds well, and ends it by its signal", async () => {
		const shell = new Shell();
		const variables = { ALARMPANEL_CONFIG: shell.path("panel-config.json") };
		const made = await shell.runBesides(["config", "init"], variables);
		expect(made.status).toBe(0);
		const command = said(image, "CMD").flatMap(execForm);
		expect(command).toEqual(["serve", "--http", "127.0.0.1:8086"]);
		const running = shell.start(withPort(command, 0), variables);
		started.push(() => running.child.kill("SIGKILL"));
		let told = "";
		running.child.stderr?.on("data", (text) => {
			told += text;
		});
		await running.until("HTTP API at");
		const port = Number(/127\.0\.0\.1:(\d+)\/v1/.exec(told)?.[1]);
		expect(await healthStatus(port)).toBe(0);
		const [signal] = said(image, "STOPSIGNAL");
		running.child.kill(signal as NodeJS.Signals);
		expect((await running.ended).status).toBe(0);
		expect(await healthStatus(port)).toBe(1);
	});

	test("its health check says that a panel is ill where the panel says so", async () => {
		const asked: string[] = [];
		const server = createServer((request, answer) => {
			asked.push(`${request.method} ${request.url}`);
			answer.writeHead(503).end("{}");
		});
		started.push(() => server.close());
		await new Promise<void>((resolve) =>
			server.listen(0, "127.0.0.1", resolve),
		);
		const { port } = server.address() as AddressInfo;
		expect(await healthStatus(port)).toBe(1);
		expect(asked).toEqual(["GET /healthz"]);
	});
});

describe("the add-on", () => {
	const [addOn] = stagesOf("home-assistant/Dockerfile") as [Stage];
	const config = parse(readFileSync("home-assistant/config.yaml", "utf8"));
	const script = readFileSync("home-assistant/run.sh", "utf8");

	test("starts its script, which is in its folder and may be run", () => {
		expect(addOn.image).toMatch(/^\$\{IMAGE\}$/);
		expect(readFileSync("home-assistant/Dockerfile", "utf8")).toMatch(
			/^ARG IMAGE=alarmpanel:latest$/m,
		);
		const [copy] = copies(addOn);
		expect(copy?.sources).toEqual(["run.sh"]);
		expect(said(addOn, "ENTRYPOINT").map(execForm)).toEqual([[copy?.to]]);
		expect(said(addOn, "CMD").map(execForm)).toEqual([[]]);
		expect(said(addOn, "RUN")).toEqual([`chmod 755 ${copy?.to}`]);
		expect(script).toMatch(/^#!\/bin\/sh\n/);
		expect(spawnSync("sh", ["-n", "home-assistant/run.sh"]).status).toBe(0);
	});

	test("its options are those that the script reads and hands on", () => {
		const { name, version, slug, description, arch } = config;
		for (const each of [name, version, slug, description])
			expect(each).toEqual(expect.any(String));
		expect(slug).toMatch(/^[a-z0-9_]+$/);
		expect(version).toBe(packageJson.version);
		const known = ["aarch64", "amd64", "armhf", "armv7", "i386"];
		expect(arch.length).toBeGreaterThan(0);
		expect(known).toEqual(expect.arrayContaining(arch));
		const read = [...script.matchAll(/\(option (\w+)\)/g)].map(
			([, one]) => one,
		);
		expect(read.sort()).toEqual(Object.keys(config.schema).sort());
		for (const type of Object.values(config.schema))
			expect(type).toMatch(/^(str|password|bool|int|port|url|email)\??$/);
		for (const [option, value] of Object.entries(config.options)) {
			expect(config.schema).toHaveProperty(option);
			expect(value).toEqual(expect.any(String));
		}
		const exported = /^export (.*)$/m.exec(script)?.[1]?.split(" ") ?? [];
		expect(exported.length).toBeGreaterThan(0);
		expect(exported.filter((name) => !variableNames.includes(name))).toEqual(
			[],
		);
		expect(script).not.toMatch(/alarmpanel.*--(pin|mqtt-password)/);
	});

	test("runs nothing of the panel's as root", () => {
		const joined = script.replaceAll(/\\\n\s*/g, "");
		const lines = joined
			.split("\n")
			.filter((line) => /\balarmpanel (serve|config)\b/.test(line));
		expect(lines).toHaveLength(2);
		const [, asAlarm] =
			/as_alarm\(\) \{\n\t(setpriv .*) "\$@"\n\}/.exec(joined) ?? [];
		expect(asAlarm).toBe(
			"setpriv --reuid=alarm --regid=alarm --init-groups --no-new-privs",
		);
		for (const line of lines) {
			const runs = line.replace("as_alarm ", `${asAlarm} `);
			expect(runs).toMatch(new RegExp(`\\b${asAlarm} alarmpanel `));
		}
	});

	test("its script makes the panel's file and serves it with the options", async () => {
		const folder = mkdtempSync(join(tmpdir(), "alarmpanel-add-on-"));
		const options = { ...config.options, mqtt: "", number: "+15550177" };
		writeFileSync(join(folder, "options.json"), JSON.stringify(options));
		const copy = join(folder, "run.sh");
		writeFileSync(
			copy,
			script.replaceAll("/data", folder).replaceAll(":8086", ":0"),
		);
		// What only root may do, and the command by its name.
		const stub = (name: string, text: string) => {
			writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
			chmodSync(join(folder, name), 0o755);
		};
		stub("chown", ":");
		stub(
			"setpriv",
			'for each; do case "$each" in --*) shift;; *) exec "$@";; esac; done',
		);
		stub("alarmpanel", `exec "${process.execPath}" "${COMMAND}" "$@"`);
		const child = spawn("sh", [copy], {
			cwd: folder,
			stdio: ["ignore", "pipe", "pipe"],
			env: {
				...process.env,
				PATH: `${folder}:${process.env.PATH}`,
				ALARMPANEL_CONFIG: join(folder, "panel-config.json"),
				XDG_STATE_HOME: folder,
			},
		});
		started.push(() => child.kill("SIGKILL"));
		let told = "";
		const served = new Promise<void>((resolve) => {
			const hear = (text: Buffer) => {
				told += text;
				if (told.includes("HTTP API at")) resolve();
			};
			child.stdout.on("data", hear);
			child.stderr.on("data", hear);
			child.on("close", () => resolve());
		});
		const ended = new Promise((resolve) => child.on("close", resolve));
		await served;
		expect(told).toContain("HTTP API at");
		expect(told).toContain("+15550177");
		const port = Number(/127\.0\.0\.1:(\d+)\/v1/.exec(told)?.[1]);
		expect(await healthStatus(port)).toBe(0);
		child.kill("SIGTERM");
		expect(await ended).toBe(0);
	});
});

/** The exit code of the health check, at another port. */
async function healthStatus(port: number): Promise<number | null> {
	const [check = ""] = said(image, "HEALTHCHECK");
	const [, form = ""] = / CMD (\[.*\])$/.exec(check) ?? [];
	const [program, ...args] = withPort(execForm(form), port);
	expect(program).toBe("node");
	const child = spawn(process.execPath, args, { stdio: "ignore" });
	return await new Promise((resolve) => child.on("close", resolve));
}

/** The container's own port may be taken here. */
function withPort(command: readonly string[], port: number): readonly string[] {
	expect(command.join(" ")).toContain("127.0.0.1:8086");
	return command.map((part) => part.replace(":8086", `:${port}`));
}
