import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("serve --http says where the API is, which answers until serve ends", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const running = shell.start(["serve", "--http", "127.0.0.1:0"]);
	await running.until("/openapi.json describes it\n");
	running.child.kill("SIGTERM");
	const { stderr } = await running.ended;
	const [, port] =
		/^HTTP API at http:\/\/127\.0\.0\.1:(\d+)\/v1: /m.exec(stderr) ?? [];
	expect(Number(port)).toBeGreaterThan(0);

	const again = shell.start(["serve", "--http", `127.0.0.1:${port}`]);
	await again.until("/openapi.json describes it\n");
	const made = await fetch(`http://127.0.0.1:${port}/v1/panels`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: '{"model":"cr200"}',
	});
	expect([made.status, await made.json()]).toMatchObject([
		201,
		{ model: "cr200" },
	]);
	again.child.kill("SIGTERM");
	expect((await again.ended).status).toBe(0);
});

test("--http takes addresses of this machine, others only with --expose", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	for (const where of ["8086", "127.0.0.1:99999", "http://localhost:1"])
		expect(shell.run(["serve", "--http", where])).toMatchObject({
			status: 1,
			stderr: expect.stringContaining(
				`--http: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${where}`,
			),
		});
	expect(shell.run(["serve", "--http", "0.0.0.0:8086"])).toMatchObject({
		status: 1,
		stderr: expect.stringContaining(
			"--http: 0.0.0.0 is open to other machines; --expose allows that, with a token",
		),
	});
});

test("exposed, every request needs the token of a file that only its owner reads", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const port = await freePort();
	const serving = ["serve", "--http", `0.0.0.0:${port}`, "--expose"];
	const running = shell.start(serving);
	await running.until("others in the network can read along\n");
	const file = shell.path(".panel-config.json.token");
	const token = readFileSync(file, "utf8").trim();
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const at = `http://127.0.0.1:${port}/v1/panels/house`;
	const status = async (headers: Record<string, string>) =>
		(await fetch(at, { headers })).status;
	expect([
		await status({}),
		await status({ Authorization: `Bearer ${token}` }),
	]).toEqual([401, 200]);
	running.child.kill("SIGTERM");
	expect((await running.ended).stderr).not.toContain(token);
	// The next start keeps it.
	const again = shell.start(serving);
	await again.until("others in the network can read along\n");
	expect(readFileSync(file, "utf8").trim()).toBe(token);
	again.child.kill("SIGTERM");
	expect((await again.ended).status).toBe(0);
});

/** A port that is free now. */
function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}
