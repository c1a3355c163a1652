/**
 * A number as text, for what is told of each of many conversations. V8 keeps the text
 * of a number that stands in a template in a table: line numbers outlive their failures
 * there, and V8 doubles its young space for what outlives a collection. It keeps none
 * that JSON writes.
 */
export function numberText(number: number): string {
	return JSON.stringify(number);
}
