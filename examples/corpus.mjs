// Reads a corpus in JSON Lines, one conversation a line, and says what differs.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createPanel } from "alarmpanel";

const [file = "examples/corpus.jsonl"] = process.argv.slice(2);
let held = 0;
let differing = 0;

for await (const line of createInterface({ input: createReadStream(file) })) {
	if (line.trim() === "") continue;
	const { id, model, steps } = JSON.parse(line);
	const panel = await createPanel(model === undefined ? {} : { model });
	for (const step of steps) {
		if (step.wait !== undefined) await panel.advance(step.wait);
		if (step.event !== undefined) await panel.step(step.event);
		if (step.sms === undefined || step.replies === undefined) continue;
		const { replies } = await panel.text(step.sms, { from: step.from });
		if (JSON.stringify(replies) === JSON.stringify(step.replies)) continue;
		differing += 1;
		console.log(`${id}: ${step.sms}: expected ${step.replies}, got ${replies}`);
	}
	held += 1;
}
console.log(`${held} conversations, ${differing} answers differ`);
process.exitCode = differing > 0 ? 4 : 0;
