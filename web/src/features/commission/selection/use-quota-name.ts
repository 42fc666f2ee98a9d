import type { Call } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** The name of a quota of a call, by its code; the code itself for one that is not there. */
export function useQuotaName(call: Call): (code: string) => string {
	const { text } = useFormat();
	const names = new Map((call.quotas ?? []).map((quota) => [quota.code, text(quota.name)]));
	return (code) => names.get(code) ?? code;
}
