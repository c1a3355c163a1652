/**
 * `1 text`, `3 texts`, `0 texts`.
 *
 * @param many where it is not `one` with an s
 */
export function howMany(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
