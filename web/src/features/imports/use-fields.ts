import { useQuery } from "@tanstack/react-query";
import { listImportFields } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** What a column can mean, in words. */
export function useFields() {
	const { text, compare } = useFormat();
	const fields = useQuery({
		queryKey: ["imports", "fields"],
		queryFn: async ({ signal }) =>
			(await listImportFields({ signal, throwOnError: true })).data.items,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const options = (fields.data ?? [])
		.map((field) => ({ id: field.name, label: text(field.label) }))
		.sort((a, b) => compare(a.label, b.label));
	const labelOf = (name: string) => options.find((option) => option.id === name)?.label ?? name;
	return { options, labelOf, required: fields.data?.filter((field) => field.required) ?? [] };
}
