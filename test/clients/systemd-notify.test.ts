import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { Shell } from "../support/command-line.ts";
import { clients, testWith } from "./support/installed.ts";

/** Prints what comes to a socket as a manager's, a line each. */
const MANAGER = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print("ready", flush=True)
while True:
    print(s.recv(4096).decode(), flush=True)
`;

testWith(
	[clients.systemdNotify, clients.python],
	"serve says by systemd-notify that it is ready, that it lives and that it stops",
	async () => {
		const shell = new Shell();
		shell.run(["config", "init"]);
		const socket = join(shell.folder, "notify");
		const manager = spawn("python3", ["-c", MANAGER, socket]);
		onTestFinished(() => void manager.kill());
		let heard = "";
		const until = (text: string) =>
			new Promise<void>((resolve) => {
				const look = () => {
					if (heard.includes(text)) resolve();
				};
				manager.stdout.on("data", look);
				look();
			});
		manager.stdout.on("data", (bytes) => {
			heard += bytes;
		});
		await until("ready");
		const serve = shell.start(["serve"], {
			NOTIFY_SOCKET: socket,
			WATCHDOG_USEC: "1000000",
		});
		await until("READY=1");
		await until("WATCHDOG=1");
		serve.child.kill("SIGTERM");
		await until("STOPPING=1");
		expect((await serve.ended).status).toBe(0);
	},
);
