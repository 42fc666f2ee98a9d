import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { LocalText } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Option } from "@/ui/native-select.tsx";
import {
	communesQuery,
	craftActivitiesQuery,
	craftDomainsQuery,
	craftSectorsQuery,
	wilayasQuery,
} from "./queries.ts";

export interface Reference {
	/** Name in the reader's language; the code itself until the names have come. */
	name: (code: string) => string;
	options: readonly Option[];
}

function useNamed(
	rows: readonly { code: string; name: LocalText }[] | undefined,
	numbered: boolean,
): Reference {
	const { text, compare } = useFormat();
	return useMemo(() => {
		const names = new Map((rows ?? []).map((row) => [row.code, text(row.name)]));
		const options = [...names].map(([code, name]) => ({
			id: code,
			label: numbered ? `${code} ${name}` : name,
		}));
		if (!numbered) options.sort((a, b) => compare(a.label, b.label));
		return { name: (code) => names.get(code) ?? code, options };
	}, [rows, numbered, text, compare]);
}

/** The 69 wilayas, in the order of their numbers, which everyone knows. */
export const useWilayas = () => useNamed(useQuery(wilayasQuery).data, true);
export const useCraftDomains = () => useNamed(useQuery(craftDomainsQuery).data, false);
export const useCraftSectors = () => useNamed(useQuery(craftSectorsQuery).data, false);
export const useCommunes = (wilaya: string) =>
	useNamed(useQuery(communesQuery(wilaya)).data, false);

/** Single activities with their sectors, read only where one is `wanted`. */
export function useCraftActivities(wanted: boolean) {
	const { text, compare } = useFormat();
	const list = useQuery({ ...craftActivitiesQuery, enabled: wanted });
	const rows = useMemo(
		() =>
			(list.data ?? [])
				.map((row) => ({ id: row.code, label: text(row.name), sector: row.sector_code }))
				.sort((a, b) => compare(a.label, b.label)),
		[list.data, text, compare],
	);
	const names = useMemo(() => new Map(rows.map((row) => [row.id, row.label])), [rows]);
	return {
		rows,
		name: (code: string) => names.get(code) ?? code,
		pending: list.isPending,
		failed: list.isError,
		retry: () => void list.refetch(),
	};
}
