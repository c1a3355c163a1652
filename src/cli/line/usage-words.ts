/**
 * What yargs says of a wrong line, in our words: it speaks of arguments, and people
 * typed words and options. Each `%s` is its own, in its order.
 */
export const usageWords = {
	// Its translator takes "" for a word that it does not know.
	"Invalid values:": " ",
	"Argument: %s, Given: %s, Choices: %s": "%s: %s is none of %s",
};
