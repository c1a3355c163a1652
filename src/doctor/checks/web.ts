import { type CheckGroup, ok, warning } from "../finding.ts";
import { listenerAt } from "../holders.ts";

/** Where the API is to listen. */
export const web: CheckGroup = {
	name: "web",
	tells: ["web"],
	async *check({ http, files, mayListen, panel }) {
		const at = http.lastIndexOf(":");
		const host = http.slice(0, at).replace(/^\[|\]$/g, "");
		const port = Number(http.slice(at + 1));
		const code = await mayListen(host, port);
		if (code === null) {
			yield ok("web/port", `${http} is free for --http`);
			return;
		}
		if (code !== "EADDRINUSE") {
			yield warning(
				"web/port",
				`--http cannot listen at ${http}: ${code}`,
				"--http takes an address of this machine and a port above 1023",
			);
			return;
		}
		const holder = await listenerAt(files, port);
		const owner = await panel.owner().catch(() => null);
		if (holder !== null && holder.pid === owner?.pid) {
			yield ok("web/port", `the panel listens at ${http}`);
			return;
		}
		const who =
			holder === null
				? "another program"
				: `${holder.name}, process ${holder.pid},`;
		yield warning(
			"web/port",
			`${who} listens at ${http}`,
			"--http takes another port",
		);
	},
};
