import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

/* docs/home-assistant.md: its settings are ones that a panel's file takes. */

const document = readFileSync(
	new URL("../../../docs/home-assistant.md", import.meta.url),
	"utf8",
);
const blocks = [...document.matchAll(/^```json\n(.*?)^```/gms)].map(
	([, block = ""]) => block,
);

/** A panel's file with the parts of `integrations.mqtt` that the document shows. */
function aPanel(shell: Shell, more: object = {}): void {
	const parts = ["inputs", "outputs"].map(
		(name) => blocks.find((block) => block.startsWith(`"${name}"`)) ?? "",
	);
	const whole = JSON.parse(
		`{${blocks.find((block) => block.startsWith('"integrations"'))}}`,
	);
	const mqtt = {
		...whole.integrations.mqtt,
		...JSON.parse(`{${parts.join(",")}}`),
		...more,
	};
	writeFileSync(
		shell.path("panel-config.json"),
		JSON.stringify({
			schemaVersion: 1,
			model: "vst-2752",
			integrations: { mqtt },
			users: [{ id: 1, name: "ANNA", pin: "4719" }],
			credentials: { keyword: "HAUS", installerCode: "8253" },
			zones: [{ id: 1 }, { id: 2 }, { id: 3 }],
		}),
		{ mode: 0o600 },
	);
}

test("the settings in the document are taken", () => {
	expect(blocks).toHaveLength(5);
	const shell = new Shell();
	aPanel(shell);
	const checked = shell.run(["config", "check"]);
	expect(checked.stderr).toBe("");
	expect([0, 4]).toContain(checked.status);
});

test("a slip in them is named with its place", () => {
	const shell = new Shell();
	aPanel(shell, { url: "mqtts://panel:geheim@broker.lan", bases: "x" });
	const { status, stderr } = shell.run(["config", "check"]);
	expect(status).toBe(2);
	expect(stderr).toContain("integrations.mqtt.bases");
	expect(stderr).not.toContain("geheim");
});

test("what is wrong on the command line or in a file of a secret ends serve", () => {
	const shell = new Shell();
	aPanel(shell, { passwordFile: undefined, caFile: undefined });
	const file = shell.path("password");
	writeFileSync(file, "geheim\n", { mode: 0o644 });
	const said = (...args: readonly string[]) => {
		const { status, stderr } = shell.run(["serve", ...args]);
		return [status, stderr.replaceAll(shell.folder, "")];
	};
	expect(said("--mqtt", "http://broker.lan")).toEqual([
		1,
		"alarmpanel: --mqtt: mqtt:// or, with TLS, mqtts://\nalarmpanel serve --help says more\n",
	]);
	expect(said("--mqtt-password-file", file)).toEqual([
		2,
		"alarmpanel: --mqtt-password-file: cannot read /password: others can read it; chmod 600 /password and use it then\n",
	]);
	expect(said("--mqtt-password-file", shell.path("nowhere"))).toEqual([
		2,
		"alarmpanel: --mqtt-password-file: cannot read /nowhere: it is not there\n",
	]);
	expect(said("--mqtt-ca", file)).toEqual([
		2,
		"alarmpanel: --mqtt-ca: /password holds no certificate in PEM\n",
	]);
});

test("a broker is made to forget a panel only where there is one, and it says when it is not done", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const forget = (...args: readonly string[]) =>
		shell.runBesides(["serve", "--mqtt-forget", ...args]);
	expect(await forget()).toEqual({
		status: 1,
		stdout: "",
		stderr: expect.stringContaining(
			"--mqtt-forget: name the broker with --mqtt, or as integrations.mqtt.url in the panel's file",
		),
	});
	const nobody = ["--mqtt", "mqtt://127.0.0.1:1"];
	expect(await forget(...nobody, "--json")).toEqual({
		status: 0,
		stdout: expect.stringContaining('"topics": []'),
		stderr: "the panel has no id yet, so no broker knows it\n",
	});
	aPanel(shell, {
		url: nobody[1],
		id: "1a2b3c4d",
		passwordFile: undefined,
		caFile: undefined,
	});
	const refused = await forget();
	expect([refused.status, refused.stdout]).toEqual([3, ""]);
	expect(refused.stderr).toMatch(
		/the broker mqtt:\/\/127\.0\.0\.1:1 does not let the panel in: .*; nothing is cleared/,
	);
});
