import fc from "fast-check";
import { test } from "vitest";
import { nothingLostLaw, someLostLaw } from "../support/second-answers-law.ts";

test("where no text is lost, what is acknowledged was carried out, however often each is delivered", async () => {
	await fc.assert(nothingLostLaw(), { numRuns: 4000 });
});

test("where texts are lost as well, only an unseen second answer to a message with the same word is taken for an acknowledgement", async () => {
	await fc.assert(someLostLaw(), { numRuns: 4000 });
});
