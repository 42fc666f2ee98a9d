import { useTranslation } from "react-i18next";
import type { OutcomeRoundView } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { useKept } from "@/ui/use-kept.ts";
import {
	type Declaration,
	type Fault,
	faultsOf,
	MARKS,
	MOST_DECLARED,
	type Typed,
	toSend,
	typedOf,
} from "./declaration.ts";
import css from "./outcomes.module.css";

interface Props {
	round: OutcomeRoundView;
	/** What is typed is kept in this browser under this name until it is sent. */
	name: string;
	send: (body: Declaration) => Promise<unknown>;
	/** Whether it is declared for an association, which alone judges the event. */
	behalf?: boolean;
}

/** What came out of a round. What was declared before is replaced. */
export function DeclarationForm({ round: view, name, send, behalf = false }: Props) {
	const { round, declared } = view;
	const { t } = useTranslation(["outcomes", "common"]);
	const { number } = useFormat();
	const action = useAction();
	const kept = useKept(name, () => typedOf(declared));
	const typed = kept.value;
	const faults = faultsOf(typed, round);
	const {
		form,
		count,
		said: words,
		check,
	} = useFaults<Fault>(
		action,
		(fault) => t(`fault.${fault}`, { most: number(MOST_DECLARED / 100) }),
		faults,
	);
	const set = (patch: Partial<Typed>) => kept.set({ ...typed, ...patch });
	const said = (...pointers: string[]) => pointers.map((one) => words[one]).find(Boolean);
	const submit = () => {
		const body = toSend(typed, round);
		if (!check(faults) || !body) return;
		void action.run(async () => {
			await send(body);
			kept.reset(typed);
			say(t("form.sent"));
		});
	};
	const marks = [5, 4, 3, 2, 1].map((one) => ({
		id: String(one),
		label: t("form.mark", { mark: number(one), word: t(`mark.${one as 1 | 2 | 3 | 4 | 5}`) }),
	}));
	return (
		<Form ref={form} action={action} onSubmit={submit}>
			{kept.restored && <Resumed onRestart={() => kept.reset(typedOf(declared))} />}
			{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
			<p className="quiet">{t("form.zero")}</p>
			<Fields>
				<NumberField
					label={t("figure.visitors")}
					hint={t("form.about")}
					value={typed.visitors}
					onChange={(visitors) => set({ visitors })}
					error={said("/visitors")}
					isRequired
				/>
				<TextField
					label={t("figure.sales")}
					hint={t("form.dinars")}
					dir="ltr"
					inputMode="decimal"
					value={typed.sales}
					onChange={(sales) => set({ sales })}
					error={said("/sales", "/sales/amount")}
					isRequired
				/>
				<NumberField
					label={t("figure.orders")}
					value={typed.orders}
					onChange={(orders) => set({ orders })}
					error={said("/orders")}
					isRequired
				/>
				<TextField
					label={t("figure.orders_value")}
					hint={t("form.dinars")}
					dir="ltr"
					inputMode="decimal"
					value={typed.ordersValue}
					onChange={(ordersValue) => set({ ordersValue })}
					error={said("/orders_value", "/orders_value/amount")}
					isRequired
				/>
				<NumberField
					label={t("figure.contacts")}
					hint={t("form.contacts")}
					value={typed.contacts}
					onChange={(contacts) => set({ contacts })}
					error={said("/contacts")}
					isRequired
				/>
			</Fields>
			<TextField
				label={t("form.comment")}
				note={t("common:state.optional")}
				hint={t("form.read")}
				dir="auto"
				value={typed.comment}
				onChange={(comment) => set({ comment })}
				error={said("/comment")}
				multiline
			/>
			{round === "close" && !behalf && (
				<fieldset className={css.judged}>
					<legend>{t("form.judge")}</legend>
					<Fields>
						{MARKS.map((one) => (
							<NativeSelect
								key={one}
								label={t(`judged.${one}`)}
								note={t("common:state.optional")}
								empty={t("common:field.choose")}
								options={marks}
								value={typed.marks[one]}
								onChange={(mark) => set({ marks: { ...typed.marks, [one]: mark } })}
								error={said(`/evaluation/${one}`)}
							/>
						))}
						<NativeSelect
							label={t("judged.again")}
							note={t("common:state.optional")}
							empty={t("common:field.choose")}
							options={(["yes", "no"] as const).map((id) => ({ id, label: t(`again.${id}`) }))}
							value={typed.again}
							onChange={(id) => set({ again: id === "yes" || id === "no" ? id : null })}
							error={said("/evaluation/would_come_again")}
						/>
					</Fields>
					<TextField
						label={t("judged.remark")}
						note={t("common:state.optional")}
						dir="auto"
						value={typed.remark}
						onChange={(remark) => set({ remark })}
						error={said("/evaluation/remark")}
						multiline
					/>
				</fieldset>
			)}
			<Actions>
				<Button type="submit" variant="primary" isPending={action.busy}>
					{t(declared ? "form.again" : "form.send")}
				</Button>
			</Actions>
		</Form>
	);
}
