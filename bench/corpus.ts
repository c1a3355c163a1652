import { type Random, seededRandom } from "./random.ts";

/** One SMS at most, and nothing shorter than the shortest useful message. */
const SHORTEST = 20;
const LONGEST = 160;

/**
 * `count` texts of 20 to 160 characters in the P-Word dialect, `faulty` percent
 * of them no messages, or with a stray for parameters. The same seed gives the
 * same corpus.
 */
export function corpus(count: number, faulty: number, seed: number): string[] {
	const random = seededRandom(seed);
	const texts: string[] = [];
	while (texts.length < count) {
		const make = random.chance(faulty) ? faultyText : message;
		let text = make(random);
		while (text.length < SHORTEST || text.length > LONGEST) text = make(random);
		texts.push(text);
	}
	// Built text is a tree of pieces to V8; text from a line or a file is not.
	return JSON.parse(JSON.stringify(texts));
}

/** A well-built message of about the wanted length, now and then untidy. */
function message(random: Random): string {
	const length = random.integer(SHORTEST, LONGEST);
	const gap = () => (random.chance(3) ? "  " : " ");
	let text = `${keyword(random)}${gap()}${code(random)}${gap()}${word(random)}:`;
	text += parameter(random);
	while (text.length < length) text += `,${parameter(random)}`;
	if (text.length > LONGEST) text = text.slice(0, LONGEST);
	return random.chance(3) ? `${text.slice(0, LONGEST - 2)}\r\n` : text;
}

/** Chat, or a message with one of the slips that people make. */
function faultyText(random: Random): string {
	const text = message(random);
	const [head = "", tail = ""] = text.split(":", 2);
	return random.oneOf<() => string>([
		() => chat(random),
		() => text.toLowerCase(),
		() => `${keyword(random)} ${word(random)}:${tail}`,
		() => `${keyword(random)} ${code(random)}${" ".repeat(16)}`,
		() => `${keyword(random)} ${random.integer(10, 99)}x${text.slice(4)}`,
		() => `${head.replaceAll(" ", "")}:${tail}`,
		() => `${head}${word(random)}X${word(random)}:${tail}`,
		() => `${head}\u00e9:${tail}`,
		() => text.replace(/ [0-9]+/, " \uff17\uff19\uff18\uff12"),
		() => `${head} ${tail}`,
		() => `${head};${tail}`,
		() => `${keyword(random)} ${code(random)} ${tail.toLowerCase()},#${tail}`,
		() => " ".repeat(random.integer(SHORTEST, LONGEST)),
	])();
}

function keyword(random: Random): string {
	return random.oneOf(["PROG", "PROG", "PROG", "ALARM", "Villa-7", "IPOG"]);
}

function code(random: Random): string {
	return random.chance(90) ? "7982" : String(random.integer(0, 99_999_999));
}

function word(random: Random): string {
	return random.oneOf(["USRS", "USRD", "RPEX", "DEED", "DEVE", "GAPN", "MOD?"]);
}

function parameter(random: Random): string {
	if (random.chance(20)) return "";
	return random.oneOf<() => string>([
		() => String(random.integer(0, 9)),
		() => String(random.integer(0, 99)),
		() => String(random.integer(1000, 9999)),
		() => String(random.integer(1000, 9999)),
		() => random.oneOf(["JOHN", "Kitchen", "Front Door", "Zo\u00eb", " Hall "]),
		() => `+49151${random.integer(1_000_000, 9_999_999)}`,
		() => random.oneOf(["gsm://1234@0234567890", "internet", "0123456789"]),
	])();
}

function chat(random: Random): string {
	const words = ["are", "you", "home", "Your", "parcel", "is", "late", "ok?"];
	let text = random.oneOf(["Hi", "Hello", "Code", "STOP", "Re:"]);
	const length = random.integer(SHORTEST, LONGEST - 8);
	while (text.length < length) {
		text += ` ${words[random.integer(0, words.length - 1)]}`;
	}
	return text;
}
