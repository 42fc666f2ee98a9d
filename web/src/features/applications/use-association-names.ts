import { useQueries } from "@tanstack/react-query";
import { useFormat } from "@/i18n/index.tsx";
import { associationNameQuery } from "./review/queries.ts";

/** The names of associations, by identifier, as far as they are known. */
export function useAssociationNames(
	ids: readonly string[],
	known: Readonly<Record<string, string>>,
) {
	const { text } = useFormat();
	const unknown = ids.filter((id) => !known[id]);
	const found = useQueries({ queries: unknown.map((id) => associationNameQuery(id)) });
	const names = new Map(unknown.map((id, index) => [id, text(found[index]?.data)]));
	return (id: string) => known[id] ?? (names.get(id) || id);
}
