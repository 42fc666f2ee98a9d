import { beforeEach, expect, test, vi } from "vitest";
import { followOtherTabs, hasToken, keep } from "@/api/token.ts";
import { currentUser, forgetSession, formerUser, onIdentity } from "./session.ts";

const granted = (id: string, acting?: string) => ({
	access_token: `token of ${id}`,
	expires_in: 600,
	me: { id, acting: acting && { id: acting } },
});
const told = vi.fn();

beforeEach(() => {
	keep(null);
	onIdentity(told);
	told.mockClear();
});

test("what was read for one body is not for the next", () => {
	keep(granted("amina", "chamber"));
	expect(told).toHaveBeenCalledTimes(1);
	// A new token of the same session.
	keep(granted("amina", "chamber"));
	expect(told).toHaveBeenCalledTimes(1);
	keep(granted("amina", "association"));
	expect(told).toHaveBeenCalledTimes(2);
	keep(null);
	expect(told).toHaveBeenLastCalledWith(null);
	// The same one again finds everything as it was.
	keep(granted("amina", "association"));
	expect(told).toHaveBeenCalledTimes(3);
	keep(null);
	keep(granted("karim", "association"));
	expect(told).toHaveBeenCalledTimes(5);
});

test("signed out in another tab, one is signed out here", () => {
	followOtherTabs();
	keep(granted("amina", "chamber"));
	window.dispatchEvent(new StorageEvent("storage", { key: "signed-in", newValue: null }));
	expect(hasToken()).toBe(false);
	expect(currentUser()).toBeNull();
});

test("signed in in another tab, one is signed in here", async () => {
	vi.stubGlobal("fetch", async () => new Response(JSON.stringify(granted("amina", "chamber"))));
	window.dispatchEvent(new StorageEvent("storage", { key: "signed-in", newValue: "1" }));
	await vi.waitFor(() => expect(currentUser()?.id).toBe("amina"));
	vi.unstubAllGlobals();
});

test("whose page it was is known when a session ends by itself, and not once somebody has left", () => {
	keep(granted("amina", "chamber"));
	keep(null);
	expect(currentUser()).toBeNull();
	expect(formerUser()?.id).toBe("amina");
	keep(granted("amina", "chamber"));
	forgetSession();
	expect(formerUser()).toBeNull();
});
