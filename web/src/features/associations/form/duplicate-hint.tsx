import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkDuplicates } from "@/api/gen/sdk.gen.ts";
import { Notice } from "@/ui/notice.tsx";
import { LikelyFile, Reasons } from "../likely.tsx";
import type { FileValues } from "./values.ts";

/** Least score at which a likeness is worth a word. */
const WORTH_SAYING = 0.5;

function useSettled<T>(value: T, wait: number): T {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(value), wait);
		return () => clearTimeout(timer);
	}, [value, wait]);
	return settled;
}

/** While a new file is typed: associations in the register that may be this one already. */
export function DuplicateHint({ values }: { values: FileValues }) {
	const { t } = useTranslation("associations");
	const asked = JSON.stringify({
		name: { ar: values.name.ar.trim(), fr: values.name.fr.trim() || null },
		commune_code: values.seat.commune_code,
		receipt_number: values.receipt.number.trim() || null,
		phones: values.contacts
			.filter((contact) => contact.kind === "phone" && contact.value.trim().length > 7)
			.map((contact) => contact.value.trim()),
	});
	const settled = useSettled(asked, 800);
	const likely = useQuery({
		queryKey: ["duplicate-check", settled],
		queryFn: async ({ signal }) =>
			(await checkDuplicates({ body: JSON.parse(settled), signal, throwOnError: true })).data.items,
		enabled: (JSON.parse(settled) as { name: { ar: string } }).name.ar.length >= 6,
		// A help while typing: when it cannot be had, the form goes on without it.
		retry: false,
	});
	const found = (likely.data ?? []).filter((file) => file.score >= WORTH_SAYING).slice(0, 3);
	if (found.length === 0) return null;
	return (
		<Notice tone="warn" title={t("duplicate.typing")}>
			{found.map((file) => (
				<div key={file.id}>
					<LikelyFile file={file} />
					<Reasons reasons={file.reasons} />
				</div>
			))}
		</Notice>
	);
}
