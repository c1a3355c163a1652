/** What a Containerfile or Dockerfile says, as far as no engine is needed to know it. */
import { readFileSync } from "node:fs";

/** One line of it; lines that go on are one. */
export interface Instruction {
	/** In capitals. */
	readonly word: string;
	readonly rest: string;
}

/** One stage: what begins with FROM. */
export interface Stage {
	readonly image: string;
	/** "" where it has none. */
	readonly name: string;
	readonly instructions: readonly Instruction[];
}

/** (docs.docker.com/reference/dockerfile) */
const WORDS: ReadonlySet<string> = new Set([
	...["ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM"],
	...["HEALTHCHECK", "LABEL", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL"],
	...["USER", "VOLUME", "WORKDIR"],
]);

/** @throws Error for a line that begins with no word of such a file */
export function stagesOf(file: string): readonly Stage[] {
	const lines = readFileSync(file, "utf8")
		.replaceAll(/^\s*#.*\n/gm, "")
		.replaceAll(/\\\n\s*/g, "")
		.split("\n")
		.filter((line) => line.trim() !== "");
	const stages: { image: string; name: string; instructions: Instruction[] }[] =
		[];
	for (const line of lines) {
		const [, word = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
		if (!WORDS.has(word)) throw new Error(`${file}: no instruction: ${line}`);
		if (word === "FROM") {
			const [image = "", , name = ""] = rest.split(/\s+/);
			stages.push({ image, name, instructions: [] });
		} else if (stages.length > 0)
			stages.at(-1)?.instructions.push({ word, rest });
		else if (word !== "ARG") throw new Error(`${file}: before FROM: ${line}`);
	}
	return stages;
}

/** What stands behind a word in a stage. */
export function said(stage: Stage, word: string): readonly string[] {
	return stage.instructions
		.filter((each) => each.word === word)
		.map(({ rest }) => rest);
}

/** What COPY copies: from the context, or from another stage. */
export function copies(stage: Stage): readonly {
	readonly from: string | null;
	readonly sources: readonly string[];
	readonly to: string;
}[] {
	return said(stage, "COPY").map((rest) => {
		const parts = rest.split(/\s+/);
		const from = parts.find((part) => part.startsWith("--from="));
		const paths = parts.filter((part) => !part.startsWith("--"));
		return {
			from: from?.slice("--from=".length) ?? null,
			sources: paths.slice(0, -1),
			to: paths.at(-1) ?? "",
		};
	});
}

/** A command in the form that is run without a shell. */
export function execForm(text: string): readonly string[] {
	const parts: unknown = JSON.parse(text);
	if (!Array.isArray(parts) || parts.some((part) => typeof part !== "string"))
		throw new Error(`no list of texts: ${text}`);
	return parts as readonly string[];
}
