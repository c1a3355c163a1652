import type {
	Conversation,
	Reply,
	Sms,
} from "../../conversation/conversation.ts";
import { literally } from "../../conversation/pattern.ts";
import { modelNamed } from "../../models/models.ts";
import { LONGEST_TEXT } from "../../sms/segments.ts";
import { Character, type JsonScanner } from "./json-scanner.ts";

/**
 * Reads the line at which `json` stands, if it has the form of nearly every line
 * of a big corpus: an id, perhaps a model, and messages with plain replies, each
 * member once. Null for any other line, right or wrong: `readJsonLine` checks those against the
 * schema. This takes a fifth of the time of `JSON.parse`; a property holds that
 * both read the same.
 */
export function scanConversation(json: JsonScanner): Conversation | null {
	let id: string | null = null;
	let model: string | null = null;
	let steps: readonly Sms[] | null = null;
	if (!json.take(Character.openObject)) return null;
	do {
		switch (json.name()) {
			case "id":
				if (id !== null) return null;
				id = json.string();
				if (id === null || id === "") return null;
				break;
			case "model":
				if (model !== null) return null;
				model = json.string();
				if (model === null || modelNamed(model) === undefined) return null;
				break;
			case "steps":
				if (steps !== null) return null;
				steps = json.list(scanSms);
				if (steps === null) return null;
				break;
			default:
				return null;
		}
	} while (json.take(Character.comma));
	if (!json.take(Character.closeObject) || !json.endOfLine()) return null;
	if (id === null || steps === null) return null;
	return {
		id,
		model,
		config: null,
		seed: null,
		source: null,
		tags: NONE,
		steps,
	};
}

const NONE: readonly string[] = [];

function scanSms(json: JsonScanner): Sms | null {
	let text: string | null = null;
	let from: string | null = null;
	let replies: readonly Reply[] | null = null;
	if (!json.take(Character.openObject)) return null;
	do {
		switch (json.name()) {
			case "sms":
				if (text !== null) return null;
				text = json.string();
				if (text === null || text.length > LONGEST_TEXT) return null;
				break;
			case "from":
				if (from !== null) return null;
				from = json.string();
				if (from === null) return null;
				break;
			case "replies":
				if (replies !== null) return null;
				replies = json.list(scanReply);
				if (replies === null) return null;
				break;
			default:
				return null;
		}
	} while (json.take(Character.comma));
	if (!json.take(Character.closeObject) || text === null) return null;
	return { type: "sms", text, from, replies };
}

function scanReply(json: JsonScanner): Reply | null {
	const text = json.string();
	if (text === null || text === "" || literally(text) !== text) return null;
	return { to: null, pattern: text };
}
