/**
 * Equality whose time depends on the length of `given` only: every comparison of a code,
 * PIN, P-Word or token with what somebody gave goes through this. An empty text is the
 * same as nothing.
 */
export function sameSecret(given: string, secret: string): boolean {
	let difference = given.length ^ secret.length;
	for (let at = 0; at < given.length; at += 1)
		difference |= given.charCodeAt(at) ^ secret.charCodeAt(at % secret.length);
	return difference === 0 && given !== "";
}
