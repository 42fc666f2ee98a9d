import { useTranslation } from "react-i18next";
import type { PortfolioItem } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { moneyFault } from "@/i18n/money.ts";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { type Conditions, noConditions, partOf, saidOf } from "./conditions.ts";
import css from "./portfolio.module.css";

interface Props {
	items: readonly PortfolioItem[];
	conditions: Conditions;
	onChange: (conditions: Conditions) => void;
	/** Places that are missing or cannot be read; empty until the first try. */
	wrong: ReadonlySet<string>;
	action: ReturnType<typeof useAction>;
	onChoose: () => void;
}

const keyed = <T extends object>(rest: T) => ({ key: `c${Date.now()}`, ...rest });

/** The money there is and what the choice must keep to. */
export function ConditionsCard({ items, conditions, onChange, wrong, action, onChoose }: Props) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const crafts = useCraftSectors();
	const { budgets, groups, prerequisites, minimums } = conditions;
	const patch = (change: Partial<Conditions>) => onChange({ ...conditions, ...change });
	const projects = items
		.filter((item) => partOf(conditions, item.project_id) !== "out")
		.map((item) => ({ id: item.project_id, label: text(item.name) }));
	const places = new Set(items.map((item) => item.wilaya_code));
	const sectors = new Set(items.map((item) => item.craft_sector));
	const said = saidOf(conditions, items, action.wrong);
	const swap = <T extends { key: string }>(list: readonly T[], key: string, change: Partial<T>) =>
		list.map((one) => (one.key === key ? { ...one, ...change } : one));
	const removal = (label: string, onPress: () => void) => (
		<Button small variant="quiet" aria-label={label} onPress={onPress}>
			<Trash size={16} />
		</Button>
	);
	return (
		<Card title={t("portfolio.conditions")}>
			<Form action={action} onSubmit={onChoose}>
				<fieldset className={css.set}>
					<legend>{t("portfolio.budgets")}</legend>
					<p className="quiet">{t("portfolio.budgetsLead")}</p>
					<ol className={css.budgets}>
						{budgets.map((typed, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a budget is its period
							<li key={index}>
								<TextField
									label={
										index === 0
											? t("portfolio.budgetNow")
											: t("portfolio.budgetOf", { number: index })
									}
									dir="ltr"
									inputMode="decimal"
									value={typed}
									onChange={(value) =>
										patch({ budgets: budgets.map((one, i) => (i === index ? value : one)) })
									}
									error={
										wrong.has(`budgets/${index}`)
											? t(
													moneyFault(typed) === "tooMuch"
														? "cost.tooMuch"
														: "portfolio.unreadBudget",
												)
											: action.wrong[`/budgets/${index}/amount`]
									}
									isRequired
								/>
								{index > 0 &&
									index === budgets.length - 1 &&
									removal(t("portfolio.removeBudget", { number: index }), () =>
										patch({ budgets: budgets.slice(0, -1) }),
									)}
							</li>
						))}
					</ol>
					<Button
						small
						variant="quiet"
						isDisabled={budgets.length >= 24}
						onPress={() => patch({ budgets: [...budgets, ""] })}
					>
						<Plus size={16} />
						{t("portfolio.addBudget")}
					</Button>
				</fieldset>
				<div className={css.rate}>
					<TextField
						label={t("portfolio.rate")}
						hint={t("portfolio.rateHint")}
						dir="ltr"
						inputMode="decimal"
						value={conditions.rate}
						onChange={(rate) => patch({ rate })}
						error={wrong.has("rate") ? t("criteria.unreadRate") : action.wrong["/rate"]}
					/>
				</div>
				<fieldset className={css.set}>
					<legend>{t("portfolio.groups")}</legend>
					{groups.map((group, index) => (
						<fieldset key={group.key} className={css.group}>
							<legend>{t("portfolio.group", { number: index + 1 })}</legend>
							<div className={css.checks}>
								{projects.map(({ id, label }) => (
									<Checkbox
										key={id}
										isSelected={group.projects.includes(id)}
										onChange={(chosen) =>
											patch({
												groups: swap(groups, group.key, {
													projects: chosen
														? [...group.projects, id]
														: group.projects.filter((one) => one !== id),
												}),
											})
										}
									>
										<bdi>{label}</bdi>
									</Checkbox>
								))}
							</div>
							<div className={css.line}>
								<NumberField
									label={t("portfolio.atMost")}
									value={group.atMost}
									onChange={(atMost) => patch({ groups: swap(groups, group.key, { atMost }) })}
									error={wrong.has(group.key) ? t("portfolio.twoProjects") : said[group.key]}
								/>
								{removal(t("portfolio.removeGroup", { number: index + 1 }), () =>
									patch({ groups: groups.filter(({ key }) => key !== group.key) }),
								)}
							</div>
						</fieldset>
					))}
					<Button
						small
						variant="quiet"
						onPress={() => patch({ groups: [...groups, keyed({ projects: [], atMost: 1 })] })}
					>
						<Plus size={16} />
						{t("portfolio.addGroup")}
					</Button>
				</fieldset>
				<fieldset className={css.set}>
					<legend>{t("portfolio.prerequisites")}</legend>
					{prerequisites.map((one, index) => (
						<div key={one.key} className={css.line}>
							{(["project", "needs"] as const).map((side) => (
								<NativeSelect
									key={side}
									label={t(`portfolio.${side}`, { number: index + 1 })}
									empty={t("portfolio.choose")}
									options={projects}
									value={one[side]}
									onChange={(id) =>
										patch({ prerequisites: swap(prerequisites, one.key, { [side]: id }) })
									}
									error={
										side === "project"
											? undefined
											: wrong.has(one.key)
												? t("portfolio.otherProject")
												: said[one.key]
									}
								/>
							))}
							{removal(t("portfolio.removePrerequisite", { number: index + 1 }), () =>
								patch({ prerequisites: prerequisites.filter(({ key }) => key !== one.key) }),
							)}
						</div>
					))}
					<Button
						small
						variant="quiet"
						onPress={() =>
							patch({ prerequisites: [...prerequisites, keyed({ project: null, needs: null })] })
						}
					>
						<Plus size={16} />
						{t("portfolio.addPrerequisite")}
					</Button>
				</fieldset>
				<fieldset className={css.set}>
					<legend>{t("portfolio.minimums")}</legend>
					{minimums.map((one, index) => (
						<div key={one.key} className={css.line}>
							<NativeSelect
								label={t("portfolio.wilaya", { number: index + 1 })}
								empty={t("portfolio.allWilayas")}
								options={wilayas.options.filter(({ id }) => places.has(id))}
								value={one.wilaya}
								onChange={(wilaya) => patch({ minimums: swap(minimums, one.key, { wilaya }) })}
								error={wrong.has(`${one.key}/where`) ? t("portfolio.where") : undefined}
							/>
							<NativeSelect
								label={t("portfolio.craft", { number: index + 1 })}
								empty={t("portfolio.anyCraft")}
								options={crafts.options.filter(({ id }) => sectors.has(id))}
								value={one.craft}
								onChange={(craft) => patch({ minimums: swap(minimums, one.key, { craft }) })}
							/>
							<NumberField
								label={t("portfolio.atLeast", { number: index + 1 })}
								value={one.atLeast}
								onChange={(atLeast) => patch({ minimums: swap(minimums, one.key, { atLeast }) })}
								error={wrong.has(`${one.key}/atLeast`) ? t("portfolio.howMany") : said[one.key]}
							/>
							{removal(t("portfolio.removeMinimum", { number: index + 1 }), () =>
								patch({ minimums: minimums.filter(({ key }) => key !== one.key) }),
							)}
						</div>
					))}
					<Button
						small
						variant="quiet"
						onPress={() =>
							patch({
								minimums: [...minimums, keyed({ wilaya: null, craft: null, atLeast: 1 })],
							})
						}
					>
						<Plus size={16} />
						{t("portfolio.addMinimum")}
					</Button>
				</fieldset>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("portfolio.find")}
					</Button>
					<Button onPress={() => onChange(noConditions())}>{t("portfolio.clear")}</Button>
				</Actions>
			</Form>
		</Card>
	);
}
