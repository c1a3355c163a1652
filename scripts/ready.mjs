// Installs and builds, each only when something it depends on is newer: what
// `npm start` and `npm test` do first. Everything it prints goes to stderr.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @returns the time of the newest file under a path, 0 where there is none */
function newest(path) {
	let stat;
	try {
		stat = statSync(join(root, path));
	} catch {
		return 0;
	}
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(
		0,
		...readdirSync(join(root, path)).map((name) => newest(join(path, name))),
	);
}

function step(what, command, args) {
	process.stderr.write(`alarmpanel: ${what} …\n`);
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (status === 0) return;
	process.stderr.write(
		`alarmpanel: ${what} failed${error ? `: ${error.message}` : ""}\n`,
	);
	process.exit(status ?? 3);
}

/** @param {{ built: boolean }} needed whether dist/ has to be what the sources say */
export function ready({ built } = { built: true }) {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		process.stderr.write(
			`alarmpanel needs Node 20.19 or newer; this is ${process.version}\n`,
		);
		process.exit(3);
	}
	const lock = newest("package-lock.json");
	if (newest("node_modules/.package-lock.json") < lock)
		step("installing", "npm", [
			"ci",
			"--no-audit",
			"--no-fund",
			"--loglevel=error",
		]);
	if (!built) return;
	const sources = ["src", "grammar", "scripts", "package.json"];
	if (newest("dist/built") < Math.max(lock, ...sources.map(newest)))
		step("building", process.execPath, ["scripts/build.mjs"]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ready();
