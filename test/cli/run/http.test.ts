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

test("--http takes addresses of this machine only", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	for (const where of ["0.0.0.0:8086", "8086", "127.0.0.1:99999"])
		expect(shell.run(["serve", "--http", where])).toMatchObject({
			status: 1,
			stderr: expect.stringContaining(
				`--http: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${where}`,
			),
		});
});
