import { useTranslation } from "react-i18next";
import type { CallInput } from "@/api/gen/types.gen.ts";
import { EditorForm, type EditorProps } from "@/ui/editor-form.tsx";
import { Card } from "@/ui/page.tsx";
import { ConditionsEditor } from "./conditions.tsx";
import { CriteriaSection } from "./criteria.tsx";
import { QuotasSection } from "./quotas.tsx";
import { type CallTyped, faultsOf, toInput } from "./values.ts";
import { CapacitySection, WindowSection } from "./window.tsx";

interface Props extends EditorProps<CallTyped, CallInput> {
	/** It has closed: only its end can be put off. */
	closed: boolean;
}

/** Everything that is written of a call, in sections. */
export function CallForm({ closed, ...props }: Props) {
	const { t } = useTranslation("events");
	return (
		<EditorForm
			{...props}
			faultsOf={faultsOf}
			words={(fault) => t(`callFault.${fault}`)}
			toInput={toInput}
		>
			{(section) => (
				<>
					<WindowSection {...section} closed={closed} />
					{!closed && (
						<>
							<CapacitySection {...section} />
							<Card title={t("call.who")}>
								<p className="quiet">{t("callForm.whoLead")}</p>
								<ConditionsEditor
									value={section.typed.conditions}
									onChange={(conditions) => section.onChange({ conditions })}
									said={section.said}
									at="/conditions"
								/>
							</Card>
							<QuotasSection {...section} />
							<CriteriaSection {...section} />
						</>
					)}
				</>
			)}
		</EditorForm>
	);
}
