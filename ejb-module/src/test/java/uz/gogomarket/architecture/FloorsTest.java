package uz.gogomarket.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Stream;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;

/**
 * Upper floors use lower ones, rooms on one floor do not call each other, and nothing goes round.
 */
@AnalyzeClasses(packages = "uz.gogomarket", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {

  private static final DescribedPredicate<JavaClass> ARE_EJBS =
      DescribedPredicate.describe(
          "are EJBs",
          type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class));

  @ArchTest
  static final ArchRule rooms_stand_on_floors =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("partners")
          .definedBy("uz.gogomarket.partners..")
          .layer("disputes")
          .definedBy("uz.gogomarket.disputes..")
          .layer("dispatch")
          .definedBy("uz.gogomarket.dispatch..")
          .layer("orders")
          .definedBy("uz.gogomarket.orders..")
          .layer("cart")
          .definedBy("uz.gogomarket.cart..")
          .layer("payments")
          .definedBy("uz.gogomarket.payments..")
          .layer("commissions")
          .definedBy("uz.gogomarket.commissions..")
          .layer("shipping")
          .definedBy("uz.gogomarket.shipping..")
          .layer("wallets")
          .definedBy("uz.gogomarket.wallets..")
          .layer("catalog")
          .definedBy("uz.gogomarket.catalog..")
          .layer("identity")
          .definedBy("uz.gogomarket.identity..")
          .layer("workflow")
          .definedBy("uz.gogomarket.workflow..")
          .layer("platform")
          .definedBy("uz.gogomarket.platform..")
          .whereLayer("partners")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("disputes")
          .mayOnlyBeAccessedByLayers("partners")
          .whereLayer("dispatch")
          .mayOnlyBeAccessedByLayers("partners")
          .whereLayer("orders")
          .mayOnlyBeAccessedByLayers("partners", "disputes", "dispatch")
          .whereLayer("cart")
          .mayOnlyBeAccessedByLayers("partners", "disputes", "dispatch", "orders")
          .whereLayer("payments")
          .mayOnlyBeAccessedByLayers("partners", "disputes", "dispatch", "orders", "cart")
          .whereLayer("commissions")
          .mayOnlyBeAccessedByLayers("partners", "disputes", "dispatch", "orders", "cart")
          .whereLayer("shipping")
          .mayOnlyBeAccessedByLayers("partners", "disputes", "dispatch", "orders", "cart")
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              DescribedPredicate.describe("are events, or other values", JavaClass::isRecord));

  @ArchTest
  static final ArchRule no_capability_goes_round =
      slices().matching("uz.gogomarket.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_workflow_knows_the_engine =
      noClasses()
          .that()
          .resideOutsideOfPackage("uz.gogomarket.workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  /** A transaction of CDI's own inside one of an EJB's is one in which nobody acts. */
  @ArchTest
  static final ArchRule transactions_are_those_of_ejbs =
      noClasses().should().dependOnClassesThat().areAssignableTo(Transactional.class);

  @ArchTest
  static final ArchRule platform_knows_no_capability =
      noClasses()
          .that()
          .resideInAPackage("uz.gogomarket.platform..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of a capability",
                  type ->
                      type.getPackageName().startsWith("uz.gogomarket.")
                          && !type.getPackageName().startsWith("uz.gogomarket.platform")));

  @ArchTest
  static final ArchRule entities_stay_at_home =
      classes().that().areAnnotatedWith(Entity.class).should().notBePublic().allowEmptyShould(true);

  @ArchTest
  static final ArchRule every_use_case_says_who_may_call_it =
      methods()
          .that()
          .areDeclaredInClassesThat(ARE_EJBS)
          .and()
          .arePublic()
          .and(
              DescribedPredicate.describe(
                  "are no lambdas",
                  method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
          .should(sayWhoMayCall());

  /** The interceptor that raises the actor stands before an EJB's public methods only. */
  @ArchTest
  static final ArchRule what_acts_elevated_is_a_use_case =
      methods()
          .that()
          .areAnnotatedWith(Elevated.class)
          .should()
          .bePublic()
          .andShould()
          .beDeclaredInClassesThat(ARE_EJBS);

  @ArchTest
  static final ArchRule only_use_cases_act_elevated =
      classes().that().areAnnotatedWith(Elevated.class).should(ArchCondition.from(ARE_EJBS));

  /** No interceptor stands before what a class calls of its own. */
  @ArchTest
  static final ArchRule nobody_calls_an_elevated_method_of_his_own_without_being_elevated =
      methods().that().areAnnotatedWith(Elevated.class).should(beCalledFromOutsideOrElevated());

  @ArchTest
  static final ArchRule only_some_names_are_allowed =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager");

  private static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new ArchCondition<>("say who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            Set.of(Allow.class, AllowAnyone.class, Internal.class).stream()
                .anyMatch(
                    rule ->
                        method.isAnnotatedWith(rule) || method.getOwner().isAnnotatedWith(rule));
        if (!said) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " says not who may call it"));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> beCalledFromOutsideOrElevated() {
    return new ArchCondition<>("be called by other classes, or by what is elevated already") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
            .filter(access -> access.getOriginOwner().equals(method.getOwner()))
            .filter(access -> !access.getOrigin().isAnnotatedWith(Elevated.class))
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.violated(access, access.getDescription())));
      }
    };
  }
}
