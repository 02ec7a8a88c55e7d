package uz.gogomarket.web.soap;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.soap.SOAPMessage;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.MissingScope;
import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.Retries;
import uz.gogomarket.platform.TooManyRequests;
import uz.gogomarket.web.http.RequestMeters;
import uz.gogomarket.web.soap.contract.types.AccessFault;
import uz.gogomarket.web.soap.contract.types.ConflictFault;
import uz.gogomarket.web.soap.contract.types.Fault;
import uz.gogomarket.web.soap.contract.types.NotFoundFault;
import uz.gogomarket.web.soap.contract.types.ObjectFactory;
import uz.gogomarket.web.soap.contract.types.ValidationFault;
import uz.gogomarket.web.soap.contract.types.Violation;

/** Turns whatever was thrown into a typed fault; what is our fault is logged, not told. */
public final class Faults {

  private static final Logger LOG = System.getLogger(Faults.class.getName());
  private static final ObjectFactory TYPES = new ObjectFactory();
  private static final JAXBContext CONTEXT = context();

  private Faults() {}

  /** Runs an operation; what it throws becomes a fault of the caller's SOAP version. */
  public static <T> T orFault(Supplier<T> operation) {
    try {
      return Retries.run(operation);
    } catch (RuntimeException thrown) {
      throw exception(thrown);
    }
  }

  private static SOAPFaultException exception(RuntimeException thrown) {
    SoapCall call = SoapCall.current();
    FaultAnswer.sayWhenToRetry(thrown, call.response());
    try {
      SOAPMessage message = message(thrown, call.version());
      return new SOAPFaultException(message.getSOAPBody().getFault());
    } catch (SOAPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A whole message, for the door to answer. */
  static SOAPMessage message(Throwable thrown, SoapVersion version) {
    try {
      SOAPMessage message = MessageFactory.newInstance(version.protocol()).createMessage();
      message.getSOAPHeader().detachNode();
      ProblemException problem = problem(thrown);
      CDI.current()
          .select(RequestMeters.class)
          .get()
          .refused(problem == null ? "internal_error" : problem.code());
      if (problem == null) {
        String words = unavailable(thrown) ? "The service is not available; try again." : ours();
        LOG.log(Level.ERROR, "Request " + RequestInfo.current().requestId() + " failed", thrown);
        message.getSOAPBody().addFault(version.receiver(), words, Locale.ENGLISH);
        return message;
      }
      QName code = version.sender();
      SOAPFault fault = message.getSOAPBody().addFault(code, problem.detail(), Locale.ENGLISH);
      CONTEXT.createMarshaller().marshal(detail(problem), fault.addDetail());
      return message;
    } catch (SOAPException | JAXBException e) {
      throw new IllegalStateException("A fault cannot be written", e);
    }
  }

  /** In how many seconds it is worth trying again; empty where something has to change first. */
  static OptionalLong retryAfter(Throwable thrown) {
    ProblemException problem = problem(thrown);
    if (problem instanceof TooManyRequests budget) {
      return OptionalLong.of(Math.max(1, budget.retryAfter().toSeconds()));
    }
    boolean later =
        problem == null ? unavailable(thrown) : problem.problem() == Problem.UNAVAILABLE;
    return later ? OptionalLong.of(Problem.RETRY_AFTER_SECONDS) : OptionalLong.empty();
  }

  /** The container wraps what a service or a transaction threw; the reason lies inside. */
  static @Nullable ProblemException problem(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ProblemException problem) {
        return problem;
      }
    }
    return null;
  }

  private static JAXBElement<? extends Fault> detail(ProblemException problem) {
    return switch (problem.problem()) {
      case INVALID, PRECONDITION_REQUIRED -> {
        ValidationFault fault = filled(new ValidationFault(), problem);
        if (problem instanceof InvalidInput invalid) {
          invalid.violations().stream()
              .limit(Violations.MOST)
              .forEach(each -> fault.getViolation().add(violation(each)));
        }
        yield TYPES.createValidationFault(fault);
      }
      case NOT_FOUND -> TYPES.createNotFoundFault(filled(new NotFoundFault(), problem));
      case CONFLICT, GONE, PRECONDITION_FAILED, UNPROCESSABLE, UNAVAILABLE ->
          TYPES.createConflictFault(filled(new ConflictFault(), problem));
      case UNAUTHENTICATED, ACCESS_DENIED, TOO_MANY_REQUESTS -> {
        AccessFault fault = filled(new AccessFault(), problem);
        if (problem instanceof TooManyRequests budget) {
          fault.setRetryAfterSeconds((int) Math.max(1, budget.retryAfter().toSeconds()));
        }
        if (problem instanceof MissingScope missing) {
          fault.setMissingScope(missing.scope());
        }
        yield TYPES.createAccessFault(fault);
      }
    };
  }

  private static <F extends Fault> F filled(F fault, ProblemException problem) {
    fault.setCode(problem.code());
    fault.setMessage(problem.detail());
    fault.setInstance("urn:gogomarket:request:" + RequestInfo.current().requestId());
    return fault;
  }

  private static Violation violation(uz.gogomarket.platform.Violation broken) {
    Violation violation = new Violation();
    violation.setField(broken.field());
    violation.setCode(broken.code());
    violation.setMessage(broken.message("en"));
    return violation;
  }

  /**
   * As the contract has them.
   *
   * @param path of the element, for a field of the use case
   */
  public static List<Violation> violations(
      List<uz.gogomarket.platform.Violation> broken, UnaryOperator<String> path) {
    return broken.stream()
        .limit(Violations.MOST)
        .map(
            each -> {
              Violation violation = violation(each);
              violation.setField(path.apply(each.field()));
              return violation;
            })
        .toList();
  }

  private static boolean unavailable(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof DatabaseFailure failure && failure.isUnavailable()) {
        return true;
      }
    }
    return false;
  }

  private static String ours() {
    return "Our fault; it is request " + RequestInfo.current().requestId() + ".";
  }

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(ObjectFactory.class);
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }
}
