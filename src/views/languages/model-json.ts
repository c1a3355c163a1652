import type { Model } from "../../models/model.ts";

/** One model for programs: what it is called, and how its messages are built. */
export function modelJson({
	name,
	aliases,
	title,
	dialect,
	credential,
}: Model) {
	return {
		name,
		aliases,
		title,
		dialect: dialect.name,
		shape: dialect.shape,
		/** Whether its messages name a P-Word. */
		keyword: dialect.hasKeyword,
		/** What the code in their head is. */
		code: credential,
	};
}
