import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { setCoverage } from "@/api/gen/sdk.gen.ts";
import type { Institution } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./institutions.module.css";

interface Props {
	institution: Institution;
	onSaved: () => Promise<void>;
	onClose: () => void;
}

/** Which wilayas a body covers; moving one moves the rights over its files with it. */
export function CoverageDialog({ institution, onSaved, onClose }: Props) {
	const { t } = useTranslation(["institutions", "common"]);
	const { text } = useFormat();
	const wilayas = useWilayas();
	const action = useAction();
	const [covered, setCovered] = useState<ReadonlySet<string>>(new Set(institution.wilayas));
	const toggle = (code: string, on: boolean) => {
		const next = new Set(covered);
		if (on) next.add(code);
		else next.delete(code);
		setCovered(next);
	};
	const save = async () => {
		await setCoverage({
			path: { id: institution.id },
			headers: ifMatch(institution.version),
			body: { wilayas: [...covered].sort() },
			throwOnError: true,
		});
		await onSaved();
	};
	return (
		<Dialog title={t("coverageOf", { name: text(institution.name) })} isOpen onClose={onClose} wide>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<Notice tone="info">
					<p>{t("coverageNote")}</p>
				</Notice>
				<fieldset>
					<legend className={css.legend}>{t("covered", { count: covered.size })}</legend>
					<div className={css.coverage}>
						{wilayas.options.map((option) => (
							<Checkbox
								key={option.id}
								isSelected={covered.has(option.id)}
								onChange={(on) => toggle(option.id, on)}
							>
								{option.label}
							</Checkbox>
						))}
					</div>
				</fieldset>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
