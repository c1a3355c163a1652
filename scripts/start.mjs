// `npm start`: installs and builds when needed, then runs the panel on a copy of
// panel-config.json that git ignores. The copy is kept between starts on a
// terminal and fresh for every pipe, so that a transcript is always the same. On a
// terminal it also brings the HTTP API, with control of this panel.
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ready } from "./ready.mjs";

ready();

const root = fileURLToPath(new URL("..", import.meta.url));
const play = join(root, ".play");
mkdirSync(play, { recursive: true });
const folder = process.stdin.isTTY ? play : mkdtempSync(join(play, "pipe-"));
if (!process.stdin.isTTY)
	process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const name of ["panel-config.json", "panel-config.schema.json"]) {
	const copy = join(folder, name);
	if (!existsSync(copy)) {
		copyFileSync(join(root, name), copy);
		// It will hold PINs and codes.
		chmodSync(copy, 0o600);
	}
}

const command = join(root, "dist", "alarmpanel.js");
process.argv = [
	process.execPath,
	command,
	"run",
	"--config",
	join(folder, "panel-config.json"),
	...(await api()),
	...process.argv.slice(2),
];
await import(command);

/** At a port that is always the same, so that an open page finds it again. */
async function api() {
	const asked = process.argv.some((word) => word.startsWith("--http"));
	if (!process.stdin.isTTY || asked) return [];
	const port = (await isFree(8086)) ? 8086 : 0;
	return ["--http", `127.0.0.1:${port}`, "--allow-control"];
}

function isFree(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", () => resolve(false));
		server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
	});
}
