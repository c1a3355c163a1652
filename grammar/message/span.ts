/**
 * Where something stands in a text: UTF-16 code units from its beginning,
 * `end` exclusive, so `text.slice(start, end)` is the thing itself. An empty
 * span (`start === end`) is a place where something could stand.
 */
export interface Span {
	readonly start: number;
	readonly end: number;
}
