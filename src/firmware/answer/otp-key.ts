import { Secret } from "otpauth";

/** 256 bits. */
const KEY_OCTETS = 32;

/**
 * A new key for one-time codes, in Base32. It is the one chance that no seed
 * decides: who knew the seed would know every code to come. It becomes part of
 * the configuration, so that a run still repeats.
 */
export function newOtpKey(): string {
	const octets = crypto.getRandomValues(new Uint8Array(KEY_OCTETS));
	return new Secret({ buffer: octets.buffer }).base32;
}
