import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import { copyProject } from "@/api/gen/workshop-sdk.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { namesOf, textOf } from "@/i18n/names.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NameFields } from "../name-fields.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";

/** Plan, costs, canvases and cash flows under another name; without progress and history. */
export function CopyDialog({ project, onClose }: { project: Project; onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const navigate = useNavigate();
	const [names, setNames] = useState(() => namesOf(project.name));
	const [startsOn, setStartsOn] = useState<string | null>(project.starts_on ?? null);
	/** A copy whose answer was lost must not be made twice. */
	const [key, setKey] = useState(newKey);
	const saving = useSaving(
		project.id,
		async () => {
			const { data } = await copyProject({
				path: { id: project.id },
				body: { name: textOf(names), starts_on: startsOn },
				headers: { "Idempotency-Key": key },
				throwOnError: true,
			});
			await navigate({ to: "/projects/$id", params: { id: data.id } });
		},
		onClose,
		t("copy.made"),
	);
	const { wrong } = saving.action;
	const half = startsOn !== null && !isDate(startsOn);
	return (
		<SavingDialog
			saving={saving}
			title={t("overview.copy")}
			submit={t("overview.copy")}
			onSubmit={() => !half && saving.save()}
		>
			<p>{t("copy.lead")}</p>
			<NameFields
				label={t("field.name")}
				value={names}
				onChange={(typed) => {
					setNames(typed);
					setKey(newKey);
				}}
				said={(language) => wrong[`/name/${language}`]}
			/>
			<DateField
				label={t("field.startsOn")}
				note={t("common:state.optional")}
				hint={t("copy.startsOnHint")}
				value={startsOn}
				onChange={(day) => {
					setStartsOn(day);
					setKey(newKey);
				}}
				error={half ? t("common:field.date") : wrong["/starts_on"]}
			/>
		</SavingDialog>
	);
}
