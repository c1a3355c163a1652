const TOO_FEW = "words are missing";
const tooFew = `${TOO_FEW} (%s of at least %s)`;

/**
 * What yargs says of a wrong line, in our words: it speaks of arguments, and people
 * typed words and options. Each `%s` is its own, in its order.
 */
export const usageWords = {
	// Its translator takes "" for a word that it does not know.
	"Invalid values:": " ",
	"Argument: %s, Given: %s, Choices: %s": "%s: %s is none of %s",
	"Not enough non-option arguments: got %s, need at least %s": {
		one: tooFew,
		other: tooFew,
	},
};

/** Whether a message of yargs says that a word is missing. */
export function isTooFew(message: string): boolean {
	return message.startsWith(TOO_FEW);
}
