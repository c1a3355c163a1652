import { spawnSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/**
 * The command line as it was at a commit, built beside this one with the packages
 * of this one, once.
 * @param commit anything that git knows as a commit
 * @throws Error where git does not know it, or it cannot be built
 */
export function builtAt(commit: string): string {
	const { stdout } = run("git", [
		"rev-parse",
		"--verify",
		`${commit}^{commit}`,
	]);
	const tree = join(ROOT, "node_modules/.cache/commits", stdout.trim());
	const built = join(tree, "dist/alarmpanel.js");
	if (existsSync(built)) return built;
	if (!existsSync(tree)) {
		run("git", ["worktree", "prune"]);
		run("git", ["worktree", "add", "--detach", tree, stdout.trim()]);
		symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"));
	}
	run(process.execPath, ["scripts/build.mjs"], tree);
	return built;
}

function run(command: string, args: readonly string[], cwd = ROOT) {
	const ended = spawnSync(command, args, { cwd, encoding: "utf8" });
	if (ended.status !== 0)
		throw new Error(`${command} ${args.join(" ")}: ${ended.stderr}`);
	return ended;
}
