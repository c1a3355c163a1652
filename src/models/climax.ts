import type { Replies } from "../commands/replies.ts";

/**
 * What the panels of Climax answer, and those that are sold under other names:
 * the word with OK or ERROR, and nothing to who lacks the credentials. (VST,
 * MZ57, CR18, MM85)
 */
export const climaxReplies: Replies = {
	done: "{word}:OK",
	refused: "{word}:ERROR",
	badValue: "{word}:ERROR",
	unknownWord: "{word}:ERROR",
	unreadable: null,
	wrongKeyword: null,
	wrongCode: null,
};
