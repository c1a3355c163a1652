import type { Diagnostic } from "../message/diagnostic.ts";
import type { Part } from "../message/message.ts";

/** The words that begin a header line. */
export const headerWords = [
	"id",
	"model",
	"config",
	"seed",
	"source",
	"tags",
] as const;

export type HeaderWord = (typeof headerWords)[number];

/**
 * One line of a transcript: its parts and their places in the line. Escapes are
 * resolved in the texts, while the spans cover what was written. A number, a
 * time or a path is a text here; what it means is not this room's business.
 */
export type TranscriptLine =
	| { readonly type: "blank" }
	| {
			readonly type: "header";
			readonly word: HeaderWord;
			readonly text: Part;
	  }
	/** `> text`, `>+15550177 text`; `from` is null without an address. */
	| {
			readonly type: "message";
			readonly from: Part | null;
			readonly text: Part;
	  }
	/**
	 * `< text`, `<+15550177 text`. The text is a pattern and keeps its escapes;
	 * it is blank where silence is expected.
	 */
	| { readonly type: "reply"; readonly to: Part | null; readonly text: Part }
	| { readonly type: "time"; readonly text: Part }
	| { readonly type: "happening"; readonly text: Part }
	/** `? path value`. A value that is JSON keeps its escapes. */
	| { readonly type: "claim"; readonly path: Part; readonly value: Part }
	| { readonly type: "channel"; readonly text: Part }
	| { readonly type: "comment"; readonly text: Part }
	| { readonly type: "fault"; readonly diagnostic: Diagnostic };
