import { shellWord } from "../../../grammar/message/shell-word.ts";
import { messageOf } from "../../error-message.ts";
import { findings } from "../../views/findings.ts";
import { integrationFindings } from "../../views/integration-findings.ts";
import { type CheckGroup, fault, ok, warning } from "../finding.ts";

/** The panel's file: whether it fits, and what is unwise about it. */
export const file: CheckGroup = {
	name: "file",
	tells: ["file"],
	async *check({ panel, files }) {
		const name = shellWord(panel.file);
		if ((await files.real(panel.file)) === null) {
			yield fault(
				"file/there",
				`there is no ${panel.file}`,
				`make one: alarmpanel config init --config ${name}; or name another with --config`,
			);
			return;
		}
		const read = await panel.read().catch((error: unknown) => messageOf(error));
		if (typeof read === "string") {
			yield fault(
				"file/fits",
				read,
				"mend what it names, or put a backup in its place",
			);
			return;
		}
		const { model, state, document } = read;
		yield ok("file/fits", `${panel.file} fits, a ${model.title}`);
		const remarks = await panel.remarks().catch(() => []);
		for (const remark of remarks)
			yield warning(
				"file/kept",
				remark,
				`alarmpanel config check --config ${name} says it again when it is mended`,
			);
		if (remarks.length === 0) yield ok("file/kept", "nobody else may open it");
		const paths = [
			...findings(model, state),
			...integrationFindings(document.integrations ?? {}, state),
		]
			.filter(({ level }) => level === "warning")
			.map(({ path }) => path);
		yield paths.length === 0
			? ok("file/lint", "config check warns of nothing")
			: warning(
					"file/lint",
					`config check warns of ${[...new Set(paths)].join(", ")}`,
					`alarmpanel config check --config ${name} says why`,
				);
		yield state.remote.people.some(({ enabled }) => enabled)
			? ok("file/people", "somebody is listed for texts from the panel")
			: warning(
					"file/people",
					"nobody is listed, so the panel texts nobody when something happens",
					"alarmpanel people add +33612345678 --name Anna",
				);
	},
};
