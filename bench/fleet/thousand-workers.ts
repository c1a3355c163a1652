/*
 * A replay of a thousand million conversations by up to a thousand workers, simulated
 * and by the formula of docs/scale.md, with the figures of costs.json. Ends with 1
 * where the two differ by more than a quarter.
 */
import { MOST_OPEN } from "../../src/replay/queue/queue-hands.ts";
import costs from "./costs.json" with { type: "json" };
import { modelled, simulated } from "./model.ts";

const cost = costs.queue;
const BLOCKS = Math.ceil(1e9 / cost.conversations);
let isWrong = false;
console.log(
	"threads  deaths   open    seconds   busy   model    simulated/model",
);
for (const threads of [2, 10, 30, 70, 100, 300, 1000])
	for (const deaths of [0, 1e-4])
		for (const open of [4 * threads, MOST_OPEN]) {
			const fleet = { blocks: BLOCKS, threads, deaths, open };
			const { seconds, busy } = simulated(cost, fleet);
			const model = modelled(cost, fleet);
			const ratio = seconds / model;
			// The model is of the product, which keeps so many blocks open.
			if (open === MOST_OPEN && Math.abs(ratio - 1) > 0.25) isWrong = true;
			console.log(
				`${String(threads).padStart(7)}${String(deaths).padStart(8)}${String(open).padStart(7)}${seconds.toFixed(1).padStart(11)}${busy.toFixed(2).padStart(7)}${model.toFixed(1).padStart(8)}${ratio.toFixed(2).padStart(10)}`,
			);
		}
if (isWrong) process.exitCode = 1;
