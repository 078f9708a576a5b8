namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>What the program itself said while policies had the first format.</summary>
internal static class FormatOneRules
{
    public const string Yaml = """
        questions:
          role: {on_review_card: 1}
          data: {on_review_card: 2}
          volume: {on_review_card: 3}
          access: {on_review_card: 4}
          stop: {on_review_card: 5, may_improve: when_open}
          training: {on_review_card: 6, may_improve: always}
          where: {on_review_card: 7, may_improve: when_open}
          others: {on_review_card: 8, may_improve: always}
          proof: {on_review_card: 9, may_improve: always, read_by: best}
          deal: {on_review_card: 10}
          replace: {may_improve: always}
        choices:
          any:
            none: {alone: true}
            none_public: {alone: true}
          role:
            not_sure: {type: AISAAS}
          effects:
            not_sure: {also: [customers_see]}
          deal:
            free_account: {also: [online_terms]}
        facts:
          - id: personal
            when: data has personal or data has special or data has children or data has payment or data has not_sure
            words: personal data, or nobody knows yet
          - {id: crown, when: data has weights or data has training_data, words: our models or what they are trained on}
          - {id: full_proof, when: proof has iso27001 or proof has soc2_type2, words: ISO 27001 or SOC 2 Type II}
          - {id: no_proof, when: proof >= none, words: the best proof is none or not sure}
          - id: nobody_signs
            when: >-
              deal is open_licence and (role has MODEL or role has DATA) and access <= inside_ours
              and not (role has COMPUTE or role has SUBCON or role has AISAAS or role has GENERAL or role has not_sure)
            words: an open licence for models or data that we run ourselves
        triggers:
          T1: {asks_again: [purpose, role, data, volume, access, stop, effects, others, training]}
          T2: {asks_again: [where, where_text, others, others_text]}
          T3: {asks_again: [data, access, stop, proof]}
          T4: {asks_again: [data, effects, where]}
          T5: {asks_again: [data, access, stop]}
          T6: {asks_again: [deal, proof]}
          T7: {asks_again: [role, effects, training, replace]}
          T8: {asks_again: [stop, replace]}
          T9: {asks_again: [where, where_text, others, proof, replace]}
          T10: {asks_again: [data, volume, access, deal, replace]}
          T11: {asks_again: [stop, replace]}
        review_rules:
          halved_when: open_points or no_proof
          least_months: 3
        tier_changes:
          lower: {role: ciso, longest_days: 180, never_under: [F1, F2, F4, F6]}
        seat_exceptions:
          helper: {role: ciso, seat: security}
          notified:
            - {role: privacy, when: tier is Medium and volume is small and personal}
        no_plain_yes:
          - {when: tier >= High and open_points}
          - {when: training is not_sure and sensitivity >= 2, question: training}
        timers:
          decision: {remind_at: 0.5, escalate_at: 1.5, quick_escalations: 3, then_working_days: 5}
          information: {ask_again_days: 7, expire_days: 21}
          conditions: {reminders: [7, 1], suspend_days: 7}
          reviews: {due_days: 30, overdue_days: 14, lapsed_days: 30}
        flags:
          - {id: not_sure, when: open_points, to_reviewer: Some answers are not sure.}
          - {id: regulated_client, when: effects has regulated_client, to_reviewer: It serves a regulated client.}
          - id: lawfulness
            when: >-
              ((data has special or data has children) and effects has into_models)
              or (types has DATA and (data has personal or data has special or data has children))
            to_reviewer: Check that the data may be used at all.
          - id: open_licence
            when: deal is open_licence and not nobody_signs
            to_reviewer: Open licence named, but there is more than models or data that we run ourselves.
        """;

    public const string Score = """
        score:
          - id: data
            take: table
            of: [{question: data, words: "{answer}"}, {question: volume, words: "{answer}"}]
          - {id: access, take: highest, of: [{question: access, words: "{answer}"}]}
          - {id: stop, take: highest, of: [{question: stop, words: "if it stops: {answer}"}]}
          - {id: replace, take: highest, when: stop >= slows, of: [{question: replace, words: "to switch: {answer}"}]}
          - id: ai
            take: sum
            of:
              - {question: effects, words: "AI: {answer}"}
              - {question: training, when: sensitivity >= 1, words: "trains on it: {answer}"}
          - id: others
            take: highest
            when: sensitivity >= 1 or effects has into_models
            of: [{question: others, words: "passed on: {answer}"}]
          - {id: where, take: highest, when: sensitivity >= 1, of: [{question: where, words: "where: {answer}"}]}
          - id: proof
            take: lowest
            when: sensitivity >= 1 or access >= accounts or stop >= team_stops
            of: [{question: proof, words: "proof: {answer}"}]
        """;
}
