import { Secret } from "otpauth/slim";

/** 256 bits. */
const KEY_OCTETS = 32;

/**
 * A new key for one-time codes, in Base32. It is the only random value that does
 * not come from the seed: whoever knew the seed would know all codes. The key is
 * part of the configuration, so a run still repeats.
 */
export function newOtpKey(): string {
	const octets = crypto.getRandomValues(new Uint8Array(KEY_OCTETS));
	return new Secret({ buffer: octets.buffer }).base32;
}
